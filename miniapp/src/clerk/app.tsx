/** The clerk's mini-program: keeps who works here, and asks once a start whether that still holds. */
import { useEffect, type PropsWithChildren } from 'react';
import '@theme';
import '@kit/ui/kit.scss';
import './app.scss';
import { refreshStaff } from './parts/staff';

export default function App({ children }: PropsWithChildren) {
  useEffect(() => {
    void refreshStaff();
  }, []);
  return children;
}
