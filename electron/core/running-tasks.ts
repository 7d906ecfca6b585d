/** @file Long work that a person may stop: it is asked to, and stops by itself where nothing is half done. */

export type Task = {
  /** Looked at between two whole steps. */
  isStopped(): boolean;
  /** To be called in `finally`. */
  end(): void;
};

/** Whose work it is: who may stop one kind may not stop the other. */
type TaskKind = 'exchange' | 'sheet';

export type RunningTasks = {
  begin(kind?: TaskKind): Task;
  /** Asks all of that kind to stop; answers how many were asked. */
  stopAll(kind?: TaskKind): number;
};

export function createRunningTasks(): RunningTasks {
  const running = new Set<{ readonly kind: TaskKind; stopped: boolean }>();
  return {
    begin: (kind = 'exchange') => {
      const task = { kind, stopped: false };
      running.add(task);
      return { isStopped: () => task.stopped, end: () => running.delete(task) };
    },
    stopAll: (kind = 'exchange') => {
      const asked = [...running].filter((task) => task.kind === kind);
      for (const task of asked) task.stopped = true;
      return asked.length;
    },
  };
}
