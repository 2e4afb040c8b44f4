#ifndef CRASH_GUARD_H
#define CRASH_GUARD_H

// Keeps the process alive when one of its threads crashes.
//
// A guarded thread that traps (as Swift does for an index out of range or an overflow), overflows its
// stack or touches memory that is not its own says so in its flag and then sleeps for ever: it runs no
// further instruction of ours and gives nothing back, locks included. Threads that are not guarded end
// the process as before.

typedef struct crash_flag crash_flag;

// A flag of one thread, or null when there is no memory. It is never freed: the thread may sleep on it.
crash_flag *crash_flag_make(void);

// The signal that stopped the thread; 0 when none did.
int crash_flag_signal(const crash_flag *flag);

// Guards the calling thread from here to its end.
void crash_guard_thread(crash_flag *flag);

#endif
