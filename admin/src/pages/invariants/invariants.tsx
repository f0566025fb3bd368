/** Do the books agree? Each rule that must always hold, green or red, with what breaks it. */
import { adminInvariants, type InvariantView } from '@tongdian/shared/contract/insights.routes';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useRead } from '../../api/hooks';
import { Icon } from '../../kit/icons';
import { Answer } from '../../kit/notice';
import { Page, Panel, Tag } from '../../kit/page';
import { count } from '../../kit/words';
import './invariants.css';

export default function Invariants(): ReactElement {
  const checks = useRead(adminInvariants, {}, { freshMs: 0 });
  return (
    <Page
      title="体检"
      acts={
        <Button loading={checks.isFetching} onClick={() => void checks.refetch()}>
          再查一遍
        </Button>
      }
    >
      <Answer of={checks} rows={10}>
        {(data) => <Shown checks={data} />}
      </Answer>
    </Page>
  );
}

function verdictOf(checks: readonly InvariantView[]): string {
  const wrong = checks.filter(({ ok }) => !ok).length;
  const looked = checks.reduce((sum, { checked }) => sum + checked, 0);
  return wrong === 0
    ? `${checks.length} 项都对得上，一共看了 ${count(looked)} 笔`
    : `${checks.length} 项里有 ${wrong} 项对不上`;
}

function Shown({ checks }: { checks: InvariantView[] }): ReactElement {
  const wrongFirst = [...checks].sort((a, b) => Number(a.ok) - Number(b.ok));
  return (
    <>
      <div className="headline">
        <h2 role="status">{verdictOf(checks)}</h2>
      </div>
      <Panel>
        <ul className="checks">
          {wrongFirst.map((check) => (
            <Check key={check.name} check={check} />
          ))}
        </ul>
      </Panel>
    </>
  );
}

function Check({ check }: { check: InvariantView }): ReactElement {
  return (
    <li className="check">
      <span className={check.ok ? 'good' : 'wrong'}>
        <Icon name={check.ok ? 'tick' : 'cross'} size={20} />
      </span>
      <div className="check-words">
        <div className="strong">{check.says}</div>
        {check.broken.length > 0 && (
          <ul className="check-broken">
            {check.broken.map(({ id, detail }) => (
              <li key={id + detail}>
                {detail} <code>{id}</code>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="check-count">
        {check.ok ? <Tag tone="ok">对得上</Tag> : <Tag tone="bad">对不上</Tag>}
        <span className="hint">看了 {count(check.checked)} 笔</span>
      </div>
    </li>
  );
}
