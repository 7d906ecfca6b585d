import { Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf, OutputOf } from '#shared/contract/contract.ts';
import { COMPARTMENTS, type Compartment } from '#shared/domain/permissions.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { useScreenLanguage } from '#renderer/components/language-context.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { PassphraseField } from '#renderer/components/fields/passphrase-field.tsx';
import { PlaceField } from '#renderer/components/fields/place-field.tsx';
import { FormFrame } from '#renderer/components/form-frame.tsx';

export type HomeKind = InputOf<'home.init'>['kind'];

type Props = { kind: HomeKind; onBack: () => void; onMade: (made: OutputOf<'home.init'>) => void };

export function HomeForm({ kind, onBack, onMade }: Props) {
  const { t } = useTranslation();
  const { language } = useScreenLanguage();
  const init = useCommand('home.init');
  const [name, setName] = useState('');
  const [place, setPlace] = useState<string | null>(null);
  const [services, setServices] = useState<Compartment[]>([...COMPARTMENTS]);
  const [displayName, setDisplayName] = useState('');
  const [user, setUser] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const isOffice = kind === 'office';
  const labels = {
    name: nameLabel(),
    place: t('common:label.place'),
    displayName: t('session:setup.displayName'),
    user: t('session:userName'),
    passphrase: t('session:passphrase'),
  };

  async function save(): Promise<void> {
    const made = await init.run({
      kind,
      name,
      place,
      services: isOffice ? services : [...COMPARTMENTS],
      user,
      displayName: displayName.trim() === '' ? null : displayName,
      passphrase,
      language,
    });
    if (made.ok) onMade(made.value);
  }

  return (
    <FormFrame
      title={isOffice ? t('session:setup.office') : titleOfUpper()}
      onSave={() => void save()}
      onCancel={onBack}
      saveLabel={t('session:setup.act')}
      busy={init.busy}
      status={{ kind: 'unsaved' }}
      error={init.error}
      fieldErrors={init.fieldErrors}
      fieldLabels={labels}
    >
      <Stack className="panel">
        <LineField label={labels.name} name="name" required value={name} onChange={setName} autoFocus />
        <PlaceField label={labels.place} name="place" value={place} onChange={setPlace} clearable />
        {isOffice && <ServicesField value={services} onChange={setServices} />}
      </Stack>
      <Stack className="panel">
        <LineField
          label={labels.displayName}
          name="displayName"
          description={t('session:setup.firstUser')}
          value={displayName}
          onChange={setDisplayName}
        />
        <LineField
          label={labels.user}
          name="user"
          required
          ltr
          maxLength={60}
          description={t('session:setup.userNameHint')}
          value={user}
          onChange={setUser}
        />
        <PassphraseField
          label={labels.passphrase}
          name="passphrase"
          required
          purpose="new"
          description={t('session:policy')}
          value={passphrase}
          onChange={setPassphrase}
        />
      </Stack>
    </FormFrame>
  );

  function nameLabel(): string {
    if (isOffice) return t('session:setup.nameOfOffice');
    return kind === 'directorate' ? t('session:setup.nameOfDirectorate') : t('session:setup.nameOfDepartment');
  }

  function titleOfUpper(): string {
    return kind === 'directorate' ? t('session:setup.directorate') : t('session:setup.department');
  }
}

function ServicesField({ value, onChange }: { value: Compartment[]; onChange: (value: Compartment[]) => void }) {
  const { t } = useTranslation();
  return (
    <Checkbox.Group
      label={t('session:setup.services')}
      value={value}
      onChange={(chosen) => onChange(COMPARTMENTS.filter((service) => chosen.includes(service)))}
    >
      <Stack gap="xs" mt="xs">
        <Checkbox value="policing" label={t('session:service.policing')} />
        <Checkbox value="hlp" label={t('session:service.hlp')} />
      </Stack>
    </Checkbox.Group>
  );
}
