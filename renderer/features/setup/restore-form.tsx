import { Alert, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PickedFile } from '#renderer/client/files.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { PassphraseField } from '#renderer/components/fields/passphrase-field.tsx';
import { FormFrame } from '#renderer/components/form-frame.tsx';
import { PickFilesButton } from '#renderer/components/pick-files-button.tsx';

type Key = 'administrator' | 'code';

/** Makes this computer what the one of the backup was: its file, and what opens it. */
export function RestoreForm({ onBack, onRestored }: { onBack: () => void; onRestored: () => void }) {
  const { t } = useTranslation();
  const restore = useCommand('backup.restore');
  const [file, setFile] = useState<PickedFile | null>(null);
  const [missing, setMissing] = useState(false);
  const [by, setBy] = useState<Key>('administrator');
  const [code, setCode] = useState('');
  const [user, setUser] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const isNew = by === 'code';
  const labels = {
    recoveryCode: t('session:recoveryCode'),
    user: t('session:userName'),
    passphrase: isNew ? t('session:newPassphrase') : t('session:passphrase'),
  };

  async function save(): Promise<void> {
    setMissing(file === null);
    if (file === null) return;
    const done = await restore.run({ file: file.token, recoveryCode: isNew ? code : null, user, passphrase });
    if (done.ok) onRestored();
  }

  return (
    <FormFrame
      title={t('backup:restore.title')}
      onSave={() => void save()}
      onCancel={onBack}
      saveLabel={t('backup:restore.act')}
      busy={restore.busy}
      status={{ kind: 'unsaved' }}
      error={restore.error}
      fieldErrors={restore.fieldErrors}
      fieldLabels={labels}
    >
      <Stack className="panel" align="flex-start">
        <Text>{t('backup:restore.explain')}</Text>
        <PickFilesButton
          kind="backup"
          variant="default"
          label={t('backup:restore.pick')}
          onPicked={([picked]) => {
            setFile(picked ?? null);
            setMissing(false);
          }}
        />
        <Text role="status">{file && t('backup:restore.chosen', { name: file.name })}</Text>
        {missing && (
          <Text role="alert" c="var(--mantine-color-error)">
            {t('backup:restore.noFile')}
          </Text>
        )}
        <Alert color="orange" w="100%">
          {t('backup:restore.one')}
        </Alert>
      </Stack>
      <Stack className="panel">
        <Radio.Group label={t('backup:restore.how')} value={by} onChange={(value) => setBy(value as Key)}>
          <Stack gap="sm" mt="xs">
            <Radio
              value="administrator"
              label={t('backup:restore.byAdministrator')}
              description={t('backup:restore.byAdministratorHint')}
            />
            <Radio value="code" label={t('backup:restore.byCode')} description={t('backup:restore.byCodeHint')} />
          </Stack>
        </Radio.Group>
        {isNew && (
          <LineField
            label={labels.recoveryCode}
            name="recoveryCode"
            value={code}
            onChange={setCode}
            ltr
            maxLength={200}
            required
          />
        )}
        <LineField label={labels.user} name="user" value={user} onChange={setUser} ltr maxLength={60} required />
        <PassphraseField
          label={labels.passphrase}
          name="passphrase"
          purpose={isNew ? 'new' : 'current'}
          {...(isNew ? { description: t('session:policy') } : {})}
          value={passphrase}
          onChange={setPassphrase}
          required
        />
      </Stack>
    </FormFrame>
  );
}
