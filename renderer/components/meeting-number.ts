/** `2026/3`: the third meeting of its forum in that year, as lists, search and papers write it. */
export const meetingNumber = ({ year, number }: { readonly year: number; readonly number: number }): string =>
  `${year}/${number}`;
