import { v7 } from 'uuid';

/** Id of a new element of a list: a member, an agenda item, a party. Ids of records are made by the core. */
export const newElementId = (): string => v7();
