/**
 * Bringing a code to the counter: by the camera, or, where there is none, from the clipboard or by the keypad.
 * What is refused stays in a sheet with its next step.
 */
import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { useAct } from '@kit/act';
import { host } from '@kit/platform';
import type { Problem } from '@kit/problem';
import { Button } from '@kit/ui/button';
import { Field } from '@kit/ui/field';
import { Sheet } from '@kit/ui/sheet';
import { toast } from '@kit/ui/toast';
import { go } from './go';
import { RefusalNote } from './refusal-note';
import { readAtCounter } from './scan';
import { deskOf, useStaff } from './staff';

export interface ScanDesk {
  busy: boolean;
  /** The scanner, or the sheet with the other ways. */
  press(): void;
  close(): void;
  open: boolean;
  problem: Problem | null;
  read(text: string): void;
  again(): void;
  wantedOrderId: string | null;
}

export function useScanDesk(wantedOrderId: string | null = null): ScanDesk {
  const [open, setOpen] = useState(false);
  const last = useRef('');
  const act = useAct(async (_key, text: string) => {
    const desk = deskOf(useStaff.getState());
    if (!desk) return;
    const { scanId } = await readAtCounter(desk, text, wantedOrderId);
    setOpen(false);
    host.tick();
    go.confirm(scanId, wantedOrderId, false);
  });
  const read = (text: string): void => {
    last.current = text;
    void act.run(text);
  };
  return {
    busy: act.busy,
    open: open || (act.problem !== null && act.problem.code !== 'session_over'),
    problem: act.problem,
    wantedOrderId,
    press: () => {
      act.clear();
      if (!host.can.scan) return setOpen(true);
      void host.scan().then((text) => text && read(text));
    },
    close: () => {
      setOpen(false);
      act.clear();
    },
    read,
    again: () => read(last.current),
  };
}

export function ScanSheet({ desk }: { desk: ScanDesk }) {
  const { problem } = desk;
  return (
    <Sheet title={problem && host.can.scan ? '没扫成' : '扫会员码'} open={desk.open} onClose={desk.close}>
      <View className="ck-ways">
        {problem ? (
          <RefusalNote
            problem={problem}
            busy={desk.busy}
            ways={{
              retry: desk.again,
              store: () => go.tab('me'),
              ...(host.can.scan ? { rescan: desk.press } : {}),
            }}
          />
        ) : null}
        {host.can.scan ? null : <PasteCode desk={desk} />}
        <Button
          block
          look="s"
          onPress={() => {
            desk.close();
            go.code(desk.wantedOrderId);
          }}
        >
          输 12 位码
        </Button>
      </View>
    </Sheet>
  );
}

/** No camera here: the code's text from the clipboard, or typed into the field. */
function PasteCode({ desk }: { desk: ScanDesk }) {
  const [text, setText] = useState('');
  const paste = async (): Promise<void> => {
    const found = (await host.paste())?.trim();
    if (!found) return toast('没读到剪贴板，粘贴到框里也行');
    setText(found);
    desk.read(found);
  };
  return (
    <>
      <View className="c13 i2">浏览器里没有扫码，把码的内容粘贴过来</View>
      <Field value={text} onChange={setText} placeholder="码的内容" maxlength={200} />
      <View className="row g12">
        <Button look="s" grow onPress={() => void paste()}>
          粘贴码内容
        </Button>
        <Button
          grow
          busy={desk.busy}
          blocked={text.trim() ? null : '先粘贴'}
          onBlockedPress={() => toast('先把码的内容粘贴到框里')}
          onPress={() => desk.read(text)}
        >
          用这个码
        </Button>
      </View>
    </>
  );
}
