/** The clerk's mini-program. */
import type { PropsWithChildren } from 'react';
import '@theme';
import '@kit/ui/kit.scss';

export default function App({ children }: PropsWithChildren) {
  return children;
}
