/** Where the rounds of a session's forum stand, or of its place where it has none. */
export const roundsAddress = ({
  place,
  forumId,
}: {
  readonly place: string;
  readonly forumId: string | null;
}): string => (forumId === null ? `/mappings/rounds/${place}` : `/mappings/rounds/${place}/${forumId}`);
