/** Taking a redemption back: how long it can be done, why, and by whom when not by me. */
import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { undoRedemption, type RedemptionView } from '@tongdian/shared/contract/verification.routes';
import { useAct } from '@kit/act';
import { call } from '@kit/api';
import { stale } from '@kit/query';
import { Button } from '@kit/ui/button';
import { Field } from '@kit/ui/field';
import { Press } from '@kit/ui/press';
import { Sheet } from '@kit/ui/sheet';
import { toast } from '@kit/ui/toast';
import { leftText } from '../../../parts/counter-rules';
import { go } from '../../../parts/go';
import { RefusalNote } from '../../../parts/refusal-note';

const REASONS = ['扫错人了', '顾客不买了', '金额输错了', '券选错了'];

interface Props {
  row: RedemptionView;
  onUndone: (row: RedemptionView) => void;
}

/** Milliseconds until `until`, counted down every second. */
function useLeft(until: string | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!until) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [until]);
  return until ? Date.parse(until) - now : 0;
}

export function UndoBar({ row, onUndone }: Props) {
  const [open, setOpen] = useState(false);
  const left = leftText(useLeft(row.undoBefore));
  if (row.undoneAt) return null;
  if (!left)
    return (
      <View className="c13 i3 ctr done__undo">
        {row.orders.length > 0 ? '货交出去了，不能撤回，要走退货' : '要撤回请找店长，当天都能办'}
      </View>
    );
  return (
    <View className="row sb g12 done__undo">
      <View className="c13 i2 f1">{`错了能撤回，还有 ${left}`}</View>
      <Button look="o" size={36} onPress={() => setOpen(true)}>
        撤回
      </Button>
      <UndoSheet row={row} open={open} onClose={() => setOpen(false)} onUndone={onUndone} />
    </View>
  );
}

function UndoSheet({ row, open, onClose, onUndone }: Props & { open: boolean; onClose: () => void }) {
  const [picked, setPicked] = useState<string | null>(null);
  const [own, setOwn] = useState('');
  const reason = picked ?? own.trim();
  const undo = useAct(async (key) => {
    const done = await call(undoRedemption, { params: { id: row.id }, body: { reason }, key });
    stale('today');
    onClose();
    toast('撤回了，券还给顾客');
    onUndone(done);
  });
  const missing = reason.length >= 2 ? null : '先说原因';
  return (
    <Sheet title="为什么撤回" open={open} onClose={onClose}>
      <View className="undo">
        <View className="undo__reasons">
          {REASONS.map((words) => (
            <Press
              key={words}
              className={`undo__reason${picked === words ? ' undo__reason--on' : ''}`}
              onPress={() => {
                undo.clear();
                setPicked(picked === words ? null : words);
              }}
            >
              {words}
            </Press>
          ))}
        </View>
        {picked ? null : <Field value={own} onChange={setOwn} placeholder="或者写一句原因" maxlength={100} />}
        {undo.problem && undo.problem.code !== 'session_over' ? (
          <RefusalNote
            problem={undo.problem}
            busy={undo.busy}
            ways={{ retry: () => void undo.run(), today: () => go.tab('today') }}
          />
        ) : null}
        <Button
          block
          size={50}
          busy={undo.busy}
          blocked={missing}
          onBlockedPress={() => toast(missing!)}
          onPress={() => void undo.run()}
        >
          撤回这笔核销
        </Button>
        <View className="c12 i3 ctr">券马上还给顾客，原因和时间会记下来</View>
      </View>
    </Sheet>
  );
}
