import { Title } from '@mantine/core';
import { useEffect, useRef } from 'react';

/** Heading of a step. The focus goes to it, so that whoever cannot see the step change is told of it. */
export function StepTitle({ children, focus = true }: { children: string; focus?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus();
  }, [focus]);
  return (
    <Title ref={heading} order={2} size="h3" tabIndex={-1}>
      {children}
    </Title>
  );
}
