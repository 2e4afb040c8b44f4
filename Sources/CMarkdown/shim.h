#ifndef ENTENTE_CMARKDOWN_SHIM_H
#define ENTENTE_CMARKDOWN_SHIM_H

#include <cmark.h>

#endif
