declare module 'sqlite-3.35';
