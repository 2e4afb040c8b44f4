#ifndef ENTENTE_CLIBARCHIVE_SHIM_H
#define ENTENTE_CLIBARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>

#endif
