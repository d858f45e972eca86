import { z } from 'zod/mini';

// zod otherwise tries `new Function` once, which the content security policy reports as a violation.
z.config({ jitless: true });
