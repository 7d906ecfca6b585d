import { Anchor } from '@mantine/core';

/** Addresses of the screens of each kind of record. */
const folderOf: Readonly<Record<string, string>> = {
  forum: 'forums',
  meeting: 'meetings', issue: 'issues',
  dispute: 'disputes', site: 'sites', asset: 'assets',
  training: 'trainings',
};

type Props = { recordType: string; recordId: string; title: string };

export function RecordLink({ recordType, recordId, title }: Props) {
  const folder = folderOf[recordType];
  if (folder === undefined) return <bdi>{title}</bdi>;
  return (
    <Anchor href={`#/${folder}/${recordId}`}>
      <bdi>{title}</bdi>
    </Anchor>
  );
}
