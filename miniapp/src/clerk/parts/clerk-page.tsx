/** The frame of the clerk's pages: without network it says at once that scanning has to wait. */
import type { ReactNode } from 'react';
import { Page } from '@kit/ui/page';

interface Props {
  title: string;
  bar?: 'system' | 'own';
  tab?: boolean;
  lead?: ReactNode;
  onRetry?: () => void;
  children: ReactNode;
  foot?: ReactNode;
}

export function ClerkPage(props: Props) {
  return <Page offlineWords="没有网络" offlineNote="扫码和核销要联网，连上再办" {...props} />;
}
