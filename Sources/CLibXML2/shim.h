#ifndef ENTENTE_CLIBXML2_SHIM_H
#define ENTENTE_CLIBXML2_SHIM_H

// Debian builds libxml2 with ICU; its headers would then pull the system's unicode/utypes.h into
// this module, where it clashes with Foundation's own ICU. Nothing here needs libxml2's ICU side.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>

// `xmlFree` is a mutable global, which Swift 6 does not let us touch.
static inline void entente_xmlFree(void *pointer) { xmlFree(pointer); }

#endif
