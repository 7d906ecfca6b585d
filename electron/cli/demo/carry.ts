/** @file Bundles between the demo's homes, on a stick that is a folder and keeps every one of them. */
import type { DemoHome } from './demo-home.ts';

export type Carrier = {
  /** Every office writes, the directorate takes all in and answers each. */
  readonly exchange: (day: string) => Promise<void>;
  /** Exchanges until nobody waits for anything to be confirmed. */
  readonly settle: (day: string) => Promise<void>;
  readonly carried: () => { readonly bundles: number; readonly bytes: number };
};

export type CarriedOffice = { readonly home: DemoHome; readonly node: string };

/** After noon in Baghdad: the office writes, the directorate takes in, the stick comes back. */
const hoursUtc = { written: 10, takenIn: 12, answered: 14 } as const;
const mostRounds = 6;

export function createCarrier(directorate: DemoHome, offices: readonly CarriedOffice[], folder: string): Carrier {
  let bundles = 0;
  let bytes = 0;

  const carry = async (from: DemoHome, to: DemoHome, peer: string | null): Promise<void> => {
    const written = await from.call('exchange.write', { to: from.grantPath(folder, 'folder'), peer });
    bundles += 1;
    bytes += written.bytes;
    const [report] = await to.call('exchange.takeIn', { files: [to.grantPath(written.file, 'file')] });
    if (report?.verdict !== 'applied' && report?.verdict !== 'nothing-new') {
      throw new Error(`a bundle of the demo was not taken in: ${report?.code ?? report?.verdict}`);
    }
  };

  const exchange = async (day: string): Promise<void> => {
    for (const { home } of offices) {
      home.setDay(day, hoursUtc.written);
      directorate.setDay(day, hoursUtc.takenIn);
      await carry(home, directorate, null);
    }
    for (const { home, node } of offices) {
      home.setDay(day, hoursUtc.answered);
      await carry(directorate, home, node);
    }
  };

  const isQuiet = async (): Promise<boolean> => {
    for (const home of [directorate, ...offices.map((office) => office.home)]) {
      const { peers } = await home.call('exchange.status', {});
      if (peers.some(({ waiting }) => waiting > 0)) return false;
    }
    return true;
  };

  return {
    exchange,
    settle: async (day) => {
      for (let round = 0; round < mostRounds && !(await isQuiet()); round += 1) await exchange(day);
    },
    carried: () => ({ bundles, bytes }),
  };
}
