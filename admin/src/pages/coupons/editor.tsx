/** Making and changing a coupon: the form at the left, the phone at the right showing what it means. */
import {
  adminChangeTemplate,
  adminCreateTemplate,
  adminGetTemplate,
  adminPublishTemplate,
  type TemplateView,
} from '@tongdian/shared/contract/coupons.routes';
import { businessDay, clockText } from '@tongdian/shared/kernel/time';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, type FormInstance } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import { Navigate, useBlocker, useNavigate, useParams } from 'react-router-dom';
import { useRead, useWrite } from '../../api/hooks';
import { fieldErrors, troubleOf } from '../../api/problem';
import { Answer, Loading } from '../../kit/notice';
import { Page, Tag } from '../../kit/page';
import { useTellTrouble } from '../../kit/trouble';
import { PublishSummary } from './publish-summary';
import { Phone } from './phone';
import { TemplateFields } from './template-fields';
import { bodyOf, emptyForm, FIELD_PLACES, formFrom, hintsOf, type TemplateForm } from './template-form';
import { useGoodsNames } from './use-goods-names';
import './editor.css';

export default function EditorPage(): ReactElement {
  const { id } = useParams<{ id: string }>();
  return id ? (
    <EditDraft key={id} id={id} />
  ) : (
    <Editor start={emptyForm(businessDay(new Date()))} saved={null} />
  );
}

function EditDraft({ id }: { id: string }): ReactElement {
  const template = useRead(adminGetTemplate, { params: { id } });
  const names = useGoodsNames(template.data?.scope);
  // What is being typed must not be thrown over by a later answer: the first one starts the form.
  const [start, setStart] = useState<{ form: TemplateForm; of: TemplateView } | null>(null);
  if (!start && template.data && names.ready)
    setStart({ form: formFrom(template.data, names.nameOf), of: template.data });
  if (template.data && template.data.state !== 'draft') return <Navigate replace to={`/coupons/${id}`} />;
  if (start) return <Editor start={start.form} saved={start.of} />;
  return (
    <Page title="改草稿" back="/coupons">
      <Answer of={template}>{() => <Loading rows={12} />}</Answer>
    </Page>
  );
}

interface Saving {
  busy: boolean;
  dirty: boolean;
  savedAt: Date | null;
  change: () => void;
  save: () => Promise<TemplateView | null>;
  publish: () => Promise<void>;
}

/** Hints of our own first, the server's word after; each at its field, the first one scrolled to. */
function showHints(
  form: FormInstance<TemplateForm>,
  found: { name: keyof TemplateForm; errors: string[] }[],
): void {
  form.setFields(found);
  const first = found[0];
  if (first) form.scrollToField(first.name, { block: 'center', behavior: 'smooth' });
}

function useSaving(form: FormInstance<TemplateForm>, saved: TemplateView | null): Saving {
  const create = useWrite(adminCreateTemplate);
  const change = useWrite(adminChangeTemplate);
  const publish = useWrite(adminPublishTemplate);
  const [known, setKnown] = useState(saved);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [dirty, setDirty] = useState(false);
  const queries = useQueryClient();
  const tell = useTellTrouble();

  const failed = (error: unknown): void => {
    const trouble = troubleOf(error);
    // Somebody was faster (published it, say): read it again, and the page shows what it is now.
    if (trouble.status === 409) void queries.invalidateQueries();
    const { fields, rest } = fieldErrors(trouble.errors, FIELD_PLACES);
    showHints(form, fields);
    if (fields.length === 0 || rest.length > 0) tell(error);
  };
  const save = async (): Promise<TemplateView | null> => {
    const typed = form.getFieldsValue(true) as TemplateForm;
    const hints = hintsOf(typed);
    if (hints.length > 0) {
      showHints(
        form,
        hints.map(({ name, words }) => ({ name, errors: [words] })),
      );
      return null;
    }
    const body = bodyOf(typed);
    try {
      const template = known
        ? await change.mutateAsync({ params: { id: known.id }, body })
        : await create.mutateAsync({ body });
      setKnown(template);
      setSavedAt(new Date());
      setDirty(false);
      await queries.invalidateQueries();
      return template;
    } catch (error) {
      failed(error);
      return null;
    }
  };
  const publishNow = async (): Promise<void> => {
    const template = await save();
    if (!template) return;
    try {
      await publish.mutateAsync({ params: { id: template.id } });
      await queries.invalidateQueries();
    } catch (error) {
      failed(error);
      throw error;
    }
  };
  return {
    busy: create.isPending || change.isPending || publish.isPending,
    dirty,
    savedAt,
    change: () => setDirty(true),
    save,
    publish: publishNow,
  };
}

/** Leaving with unsaved words asks first; the browser's own question covers closing the tab. */
function useLeaveGuard(dirty: boolean): void {
  const { modal } = App.useApp();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    modal.confirm({
      title: '改的还没存，离开吗？',
      okText: '离开，不存了',
      cancelText: '留下接着改',
      onOk: () => blocker.proceed(),
      onCancel: () => blocker.reset(),
    });
  }, [blocker, modal]);
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [dirty]);
}

function Editor({ start, saved }: { start: TemplateForm; saved: TemplateView | null }): ReactElement {
  const [form] = Form.useForm<TemplateForm>();
  const [typed, setTyped] = useState(start);
  const saving = useSaving(form, saved);
  const [leaveTo, setLeaveTo] = useState<string | null>(null);
  const navigate = useNavigate();
  const { modal, message } = App.useApp();
  useLeaveGuard(saving.dirty);
  // After saving, once nothing is dirty any more, so that the guard lets it through.
  useEffect(() => {
    if (leaveTo && !saving.dirty) void navigate(leaveTo, { replace: true });
  }, [leaveTo, saving.dirty, navigate]);

  const saveDraft = async (): Promise<void> => {
    const template = await saving.save();
    if (!template) return;
    void message.success('草稿存好了');
    setLeaveTo(`/coupons/${template.id}`);
  };
  const askToPublish = (): void => {
    const hints = hintsOf(form.getFieldsValue(true) as TemplateForm);
    if (hints.length > 0) return void saving.save();
    modal.confirm({
      title: '现在发布？',
      content: <PublishSummary form={form.getFieldsValue(true) as TemplateForm} />,
      okText: '发布',
      cancelText: '再看看',
      icon: null,
      onOk: async () => {
        await saving.publish();
        void message.success('发布了');
        setLeaveTo('/coupons');
      },
    });
  };

  return (
    <Page
      title={typed.title.trim() || (saved ? '改草稿' : '做一张券')}
      back={saved ? `/coupons/${saved.id}` : '/coupons'}
      beside={
        <>
          <Tag>草稿</Tag>
          {saving.savedAt && <span className="hint">{clockText(saving.savedAt)} 存好</span>}
        </>
      }
      acts={
        <>
          <Button disabled={saving.busy} onClick={() => void saveDraft()}>
            存草稿
          </Button>
          <Button type="primary" loading={saving.busy} onClick={askToPublish}>
            发布
          </Button>
        </>
      }
    >
      <div className="editor">
        <section className="panel">
          <Form
            form={form}
            className="editor-form"
            layout="horizontal"
            colon={false}
            labelAlign="left"
            labelCol={{ flex: '88px' }}
            wrapperCol={{ flex: '1' }}
            requiredMark={false}
            initialValues={start}
            onValuesChange={(changed: Partial<TemplateForm>) => {
              saving.change();
              form.setFields(
                (Object.keys(changed) as (keyof TemplateForm)[]).map((name) => ({ name, errors: [] })),
              );
              setTyped({ ...(form.getFieldsValue(true) as TemplateForm) });
            }}
          >
            <TemplateFields form={typed} />
          </Form>
        </section>
        <Phone form={typed} />
      </div>
    </Page>
  );
}
