/** Is there a network? Assumed until the phone says otherwise. */
import { useEffect, useState } from 'react';
import { host } from '../platform';

export function useOnline(): boolean {
  const [online, setOnline] = useState(true);
  useEffect(() => {
    void host.online().then(setOnline);
    return host.onOnline(setOnline);
  }, []);
  return online;
}
