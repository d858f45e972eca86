import { runningWith } from '../mysql/running.ts';

export const running = runningWith('mariadb');
