import { expect, test } from 'vitest';
import { cssText, edgeRules, pageMark, pagesMark } from './page-edges.ts';

test('a name that people typed cannot end the string it stands in', () => {
  expect(cssText('a"} body{x:1}\\')).toBe('"a\\22 \\7d  body\\7b x\\3a 1\\7d \\5c "');
  expect(cssText('مكتب ١')).toBe('"مكتب ١"');
  const typed = { office: 'a"}', number: 'b"}', page: 'c"}', printed: 'd"}' };
  expect(edgeRules({ direction: 'ltr', digits: 'latin', ...typed })).not.toContain('"}');
});

test('office and page stand at the start of the line, in the digits of the paper', () => {
  const page = `${pageMark}-${pagesMark}`;
  const edges = { digits: 'arabic', office: 'x', number: '2026-1', page, printed: 'y' } as const;
  const arabic = edgeRules({ ...edges, direction: 'rtl' });
  expect(arabic).toContain('@top-right { content: "x"; direction: rtl; }');
  expect(arabic).toContain('@top-left { content: "2026\\2d 1"; direction: ltr; }');
  expect(arabic).toContain('counter(page, arabic-indic) "\\2d " counter(pages, arabic-indic)');
  expect(edgeRules({ ...edges, digits: 'latin', direction: 'ltr' })).toContain('counter(page, decimal)');
});
