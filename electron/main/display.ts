/** @file Old graphics drivers: a PC whose GPU process keeps crashing draws without it. */
import { app } from 'electron';

const safeDisplay = '--safe-display';

/** Before ready. `--safe-display` draws in software; two crashes of the GPU process start the program anew with it. */
export function guardDisplay(): void {
  if (process.argv.includes(safeDisplay)) {
    app.disableHardwareAcceleration();
    return;
  }
  let crashes = 0;
  app.on('child-process-gone', (_event, { type }) => {
    if (type === 'GPU') crashes += 1;
    if (crashes !== 2) return;
    app.relaunch({ args: [...process.argv.slice(1), safeDisplay] });
    app.quit();
  });
}
