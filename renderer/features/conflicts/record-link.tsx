import { Anchor } from '@mantine/core';
import { useRecordTypeWord } from '#renderer/components/use-record-type-word.ts';

/** Addresses of the screens of each kind of record. */
const folderOf: Readonly<Record<string, string>> = {
  forum: 'forums',
  meeting: 'meetings',
  issue: 'issues',
  mapping: 'mappings',
  dispute: 'disputes',
  site: 'sites',
  asset: 'assets',
  training: 'trainings',
};

type Props = { recordType: string; recordId: string; title: string };

export function RecordLink({ recordType, recordId, title }: Props) {
  const typeWord = useRecordTypeWord();
  const folder = folderOf[recordType];
  // Where the name is kept at the office, the kind of record stands in its place.
  const named = title === '' ? typeWord(recordType) : title;
  if (folder === undefined) return <bdi>{named}</bdi>;
  return (
    <Anchor href={`#/${folder}/${recordId}`}>
      <bdi>{named}</bdi>
    </Anchor>
  );
}
