#include "crash_guard.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

struct crash_flag {
  _Atomic int signal;
};

static const int guarded_signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE};
enum { guarded_count = sizeof guarded_signals / sizeof guarded_signals[0] };

static _Thread_local crash_flag *thread_flag;

crash_flag *crash_flag_make(void) { return calloc(1, sizeof(crash_flag)); }

int crash_flag_signal(const crash_flag *flag) {
  return flag ? atomic_load(&((crash_flag *)flag)->signal) : 0;
}

// Calls nothing that is not safe in a signal handler.
static void handle(int number) {
  crash_flag *flag = thread_flag;
  if (flag) {
    atomic_store(&flag->signal, number);
    for (;;) pause();
  }
  // Not ours: back to what the system does, when the instruction is run again.
  signal(number, SIG_DFL);
}

static void install(void) {
  struct sigaction action = {0};
  action.sa_handler = handle;
  // An overflown stack has no room for a handler.
  action.sa_flags = SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < guarded_count; index++) {
    sigaction(guarded_signals[index], &action, NULL);
  }
}

void crash_guard_thread(crash_flag *flag) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  enum { stack_size = 1 << 16 };
  // Kept for the life of the thread, which may sleep on it.
  stack_t stack = {.ss_sp = malloc(stack_size), .ss_size = stack_size};
  if (!flag || !stack.ss_sp) return;
  pthread_once(&once, install);
  sigaltstack(&stack, NULL);
  thread_flag = flag;
}
