import { texts } from './texts';

/** Accounts where one is chosen or named. */
export const accountNames = texts(
  {
    account: '계좌',
    standard: '기본 계좌',
    paper: '기본 모의 계좌',
    environments: { PAPER: '모의', TESTNET: '시험 서버', REAL: '실제' },
  },
  {
    account: 'Account',
    standard: 'Default account',
    paper: 'Default paper account',
    environments: { PAPER: 'Paper', TESTNET: 'Test server', REAL: 'Real' },
  },
);
