/** Stopping asks why: the reason is read in the audit log by whoever wonders later. */
import { Form, Input, Modal } from 'antd';
import type { ReactElement } from 'react';

export function StopDialog(props: {
  open: boolean;
  busy: boolean;
  onStop: (reason: string) => void;
  onClose: () => void;
}): ReactElement {
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal
      title="停发这张券？"
      open={props.open}
      okText="停发"
      okButtonProps={{ danger: true }}
      cancelText="不停了"
      confirmLoading={props.busy}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      destroyOnHidden
    >
      <p className="quiet">马上就领不到了，已经领走的照常能用。停了不能再开。</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        style={{ marginTop: 12 }}
        onFinish={({ reason }) => props.onStop(reason.trim())}
      >
        <Form.Item
          name="reason"
          label="为什么停"
          rules={[
            { required: true, whitespace: true, message: '写一下为什么' },
            { min: 2, max: 100, message: '2 到 100 个字' },
          ]}
        >
          <Input.TextArea autoFocus maxLength={100} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
