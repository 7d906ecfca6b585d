/** Where the last user was: the same person returns there after a lock, another starts at home. */
export type LastPlace = { userId: string | null; hash: string };
