import { expect, it } from 'vitest';
import { readCarried } from './carried-over.ts';

it('reads triggers and policies one after the other', () => {
  const read = readCarried({
    triggers: `CREATE TRIGGER stamp BEFORE UPDATE ON logs FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE CONSTRAINT TRIGGER "audit" AFTER INSERT ON logs FOR EACH ROW EXECUTE FUNCTION audit()`,
    policies: 'CREATE POLICY own ON logs USING (what <> $$;$$);',
  });
  expect(read.triggers.map(({ name }) => name)).toEqual(['stamp', 'audit']);
  expect(read.policies).toEqual([{ name: 'own', definition: 'CREATE POLICY own ON logs USING (what <> $$;$$)' }]);
});

it('tells foreign keys of the table from those to it', () => {
  const read = readCarried({
    foreignKeys: `Foreign-key constraints:
    "logs_user_fkey" FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
Referenced by:
    TABLE "notes" CONSTRAINT "notes_log_fkey" FOREIGN KEY (log_id, log_at) REFERENCES logs(id, at) NOT VALID`,
  });
  expect(read.own).toEqual([
    {
      name: 'logs_user_fkey',
      definition: 'FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE',
      proved: true,
    },
  ]);
  expect(read.referring).toEqual([
    {
      table: 'notes',
      name: 'notes_log_fkey',
      definition: 'FOREIGN KEY (log_id, log_at) REFERENCES logs(id, at)',
      proved: false,
    },
  ]);
});
