/** The consumer mini-program: signs in silently, shows what it knows meanwhile. */
import { useEffect, type PropsWithChildren } from 'react';
import '@theme';
import '@kit/ui/kit.scss';
import './app.scss';
import { startSession } from '@kit/session';

export default function App({ children }: PropsWithChildren) {
  useEffect(() => {
    void startSession();
  }, []);
  return children;
}
