/** @file Long work that a person may stop: it is asked to, and stops by itself where nothing is half done. */

export type Task = {
  /** Looked at between two whole steps. */
  isStopped(): boolean;
  /** To be called in `finally`. */
  end(): void;
};

export type RunningTasks = {
  begin(): Task;
  /** Asks all that runs to stop; answers how many were asked. */
  stopAll(): number;
};

export function createRunningTasks(): RunningTasks {
  const running = new Set<{ stopped: boolean }>();
  return {
    begin: () => {
      const task = { stopped: false };
      running.add(task);
      return { isStopped: () => task.stopped, end: () => running.delete(task) };
    },
    stopAll: () => {
      for (const task of running) task.stopped = true;
      return running.size;
    },
  };
}
