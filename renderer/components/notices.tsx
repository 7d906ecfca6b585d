/** @file The one polite region: short messages about what was done, read out and shown for a while. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';

const NoticeContext = createContext<(text: string) => void>(() => undefined);

/** Says a whole sentence; ids in it must stand in isolates, as the sentences' own formatters put them. */
export const useNotice = (): ((text: string) => void) => useContext(NoticeContext);

const shownForMs = 6000;

export function NoticeProvider({ children }: { children: ReactNode }) {
  const [notice, setNotice] = useState<{ text: string; n: number } | null>(null);
  const say = useCallback((text: string) => setNotice((before) => ({ text, n: (before?.n ?? 0) + 1 })), []);
  useEffect(() => {
    if (notice === null) return;
    const timer = setTimeout(() => setNotice(null), shownForMs);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <NoticeContext.Provider value={say}>
      {children}
      <div className="notice-line" role="status" aria-live="polite">
        {notice && <div key={notice.n}>{notice.text}</div>}
      </div>
    </NoticeContext.Provider>
  );
}
