// Rule 4 for what is no import: a vendor's global object, the platform's name, and the calls that differ
// from host to host may be used in miniapp/src/kit/platform/ only.

const WHERE = 'belongs in miniapp/src/kit/platform/ (rule 4)';
const HOSTS = ['wx', 'my', 'jd', 'swan', 'tt', 'qq'];
const CALLS = [
  'login|checkSession|getUserProfile|requestPayment|tradePay|scanCode|getPhoneNumber|makePhoneCall',
  'getEnv|getAppBaseInfo|requestSubscribeMessage|getAuthCode|getSystemInfo|getSystemInfoSync',
].join('|');

/** Rules to spread into an ESLint configuration. */
export const platformGlobals = {
  'no-restricted-globals': ['error', ...HOSTS.map((name) => ({ name, message: `${name} ${WHERE}.` }))],
  'no-restricted-syntax': [
    'error',
    ...HOSTS.map((name) => ({
      selector: `MemberExpression[object.type='Identifier'][object.name=/^(globalThis|window)$/][property.name='${name}']`,
      message: `${name} ${WHERE}.`,
    })),
    {
      selector: "MemberExpression[object.property.name='env'][property.name='TARO_ENV']",
      message: `A check of the platform ${WHERE}.`,
    },
    {
      selector: `MemberExpression[object.name='Taro'][property.name=/^(${CALLS})$/]`,
      message: `This call differs from host to host and ${WHERE}.`,
    },
  ],
};
