/**
 * Level 0 of search: the same text however it was typed, before letters are compared. Takes presentation forms,
 * harakat, tatweel and invisible marks away, makes digits 0-9 and letters lower case. What people typed is stored
 * untouched beside it.
 */
export function clean(text: string): string {
  return (
    text
      .normalize('NFKC')
      // Old Kurdish typing: ه with a joiner was the only way to get ە.
      .replace(/\u0647(?=(?:\u200c|\u200d)+(?!\u200c|\u200d|\u0640))/g, '\u06d5')
      // Old Kurdish fonts drew ە in the place of ة, also inside words.
      .replace(/\u0629(?=[\u0610-\u061a\u064b-\u065f\u0670]*\p{L})/gu, '\u06d5')
      .replace(/[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/g, '')
      .replace(/\u0640/g, '')
      .replace(/\u034f|[\ufe00-\ufe0f]|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')
      .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
      .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
      .toLowerCase()
  );
}
