import { Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { fold } from '#shared/text/fold.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { useDepartments, useKnownNodes } from './use-nodes.ts';

type Request = OutputOf<'enrol.readRequest'>;

/** Where a computer goes: `node` for an office that is there, else a code and what the new office stands under. */
export type Place =
  | { readonly known: true; readonly node: string | null }
  | { readonly known: false; readonly code: string; readonly under: string | null };

/** A request under the name of an office that is there is taken for a further computer of it, until somebody says otherwise. */
export function usePlace(request: Request) {
  const offices = useKnownNodes(useCall('devices.list', {}).value ?? []).filter(
    ({ kind }) => kind === null || kind === request.kind,
  );
  const namesake = offices.find(({ name }) => fold(name) === fold(request.name));
  const [belongs, setBelongs] = useState<boolean | null>(null);
  const [node, setNode] = useState<string | null>(null);
  const [code, setCode] = useState(request.code);
  const [under, setUnder] = useState<string | null>(null);
  const known = belongs ?? namesake !== undefined;
  const place: Place = known ? { known, node: node ?? namesake?.node ?? null } : { known, code, under };
  return { place, offices, setBelongs, setNode, setCode, setUnder };
}

type Props = { choice: ReturnType<typeof usePlace>; reminded: boolean };

export function AcceptPlace({ choice, reminded }: Props) {
  const { t } = useTranslation();
  const departments = useDepartments();
  const { place, offices } = choice;
  return (
    <Stack>
      {offices.length > 0 && (
        <Checkbox
          label={t('enrolment:accept.known.same')}
          checked={place.known}
          onChange={(event) => choice.setBelongs(event.currentTarget.checked)}
        />
      )}
      {place.known ? (
        <ChoiceField
          label={t('enrolment:accept.known.which')}
          description={t('enrolment:accept.known.whichHint')}
          choices={offices.map(({ node, name }) => ({ value: node, label: name }))}
          value={place.node}
          onChange={choice.setNode}
          error={reminded && place.node === null ? t('enrolment:accept.known.first') : undefined}
          required
        />
      ) : (
        <>
          <LineField
            label={t('enrolment:accept.code')}
            description={t('enrolment:accept.codeHint')}
            value={place.code}
            onChange={choice.setCode}
            ltr
            maxLength={10}
          />
          {departments.length > 0 && (
            <ChoiceField
              label={t('enrolment:accept.under')}
              choices={departments}
              value={place.under}
              onChange={choice.setUnder}
              clearable
            />
          )}
        </>
      )}
    </Stack>
  );
}
