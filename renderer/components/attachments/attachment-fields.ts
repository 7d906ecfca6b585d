import type { TFunction } from 'i18next';
import type { FieldWords } from '#renderer/components/record/group-words.tsx';

/** How history and conflicts tell an attachment. */
export const attachmentFields = (t: TFunction): Readonly<Record<string, FieldWords>> => ({
  name: { label: t('attachments:field.name'), as: 'text' },
  what: { label: t('attachments:field.what'), as: { list: 'document_type' } },
  taken: { label: t('attachments:field.taken'), as: 'date' },
});
