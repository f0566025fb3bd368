/** The frame of every page: a bar with title and acts, then the content. */
import type { ReactElement, ReactNode } from 'react';
import { useEffect } from 'react';
import { Link } from 'react-router-dom';
import { BRAND_NAME, PRODUCT_NAME } from '../theme/brand';
import { Icon } from './icons';

interface PageProps {
  title: string;
  /** Where the back arrow leads; absent on the pages of the side bar. */
  back?: string;
  beside?: ReactNode;
  acts?: ReactNode;
  children: ReactNode;
}

export function Page({ title, back, beside, acts, children }: PageProps): ReactElement {
  useEffect(() => {
    document.title = `${title} · ${BRAND_NAME}${PRODUCT_NAME}`;
  }, [title]);
  return (
    <>
      <header className="bar">
        {back && (
          <Link className="bar-back" to={back} aria-label="返回">
            <Icon name="back" size={16} label="返回" />
          </Link>
        )}
        <h1 className="bar-title">{title}</h1>
        {beside}
        <div className="bar-acts">{acts}</div>
      </header>
      <div className="content">{children}</div>
    </>
  );
}

export function Panel(props: {
  title?: ReactNode;
  extra?: ReactNode;
  className?: string;
  children: ReactNode;
}): ReactElement {
  return (
    <section className={`panel ${props.className ?? ''}`}>
      {(props.title ?? props.extra) && (
        <div className="panel-head">
          <h2>{props.title}</h2>
          <div className="panel-extra">{props.extra}</div>
        </div>
      )}
      {props.children}
    </section>
  );
}

export function Figure(props: { name: string; value: ReactNode; note?: ReactNode }): ReactElement {
  return (
    <div className="figure">
      <div className="figure-name">{props.name}</div>
      <div className="figure-value">{props.value}</div>
      {props.note && <div className="figure-note">{props.note}</div>}
    </div>
  );
}

export type Tone = 'lamp' | 'ok' | 'bad' | 'info' | 'plain';

export function Tag(props: { tone?: Tone; children: ReactNode }): ReactElement {
  return <span className={`tag tag-${props.tone ?? 'plain'}`}>{props.children}</span>;
}

/** Names and values, one a line. */
export function Facts({ rows }: { rows: [string, ReactNode][] }): ReactElement {
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
