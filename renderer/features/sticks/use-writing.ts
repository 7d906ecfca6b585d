import type { AppError } from '#shared/errors/codes.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { useSaveFolder } from '#renderer/components/use-save-folder.ts';
import { elsewhere, type WriteAnswers, type Written } from './write-steps.ts';

export type Writing = {
  /** Asks for a folder first where the file goes neither onto a stick nor into the browser. */
  readonly begin: () => void;
  /** The person is choosing a folder, or has chosen none. */
  readonly asksFolder: boolean;
  readonly error: AppError | null;
};

/** Writes the file that the answers of the wizard describe. */
export function useWriting({ peer, place, budgetBytes }: WriteAnswers, onWritten: (written: Written) => void): Writing {
  const write = useCommand('exchange.write');
  const folder = useSaveFolder();
  const isElsewhere = place === elsewhere;

  async function writeTo(to: string | null): Promise<void> {
    const done = await write.run({ to, peer, budgetBytes });
    if (done.ok) onWritten(done.value);
  }

  return {
    begin: () => {
      write.clear();
      void (isElsewhere ? folder.withFolder(writeTo) : writeTo(place));
    },
    asksFolder: isElsewhere && folder.hasDialogs && !write.busy,
    error: write.error ?? (isElsewhere ? folder.error : null),
  };
}
