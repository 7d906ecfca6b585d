import { Alert, Button, Stack, Text } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { children: ReactNode; fallback: (again: () => void) => ReactNode };

class Boundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return this.props.fallback(() => this.setState({ failed: false }));
  }
}

/** A fault in one screen leaves the rest of the window standing and says that what was saved is safe. */
export function ScreenBoundary({ children }: { children: ReactNode }) {
  return <Boundary fallback={(again) => <Crashed onAgain={again} />}>{children}</Boundary>;
}

function Crashed({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert color="red" role="alert" m="md">
      <Stack align="flex-start">
        <Text>{t('common:state.crashed')}</Text>
        <Button variant="default" onClick={onAgain}>
          {t('common:action.retry')}
        </Button>
      </Stack>
    </Alert>
  );
}
