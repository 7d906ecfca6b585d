/** A number, code, phone, path or login name: never reordered, never broken. */
export function Identifier({ children }: { children: string | number }) {
  return (
    <bdi dir="ltr" className="identifier">
      {children}
    </bdi>
  );
}
