/* What the C tests share: a check that names its place and stops the program. */
#ifndef CHECK_H
#define CHECK_H

#include <stdio.h>
#include <stdlib.h>

#define CHECK(condition)                                                          \
    do {                                                                          \
        if (!(condition)) {                                                       \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);       \
            exit(1);                                                              \
        }                                                                         \
    } while (0)

#define CHECK_STATUS(call, expected)                                              \
    do {                                                                          \
        long check_got = (long)(call);                                            \
        long check_want = (long)(expected);                                       \
        if (check_got != check_want) {                                            \
            fprintf(stderr, "%s:%d: %s gave %ld, not %ld\n", __FILE__, __LINE__,  \
                    #call, check_got, check_want);                                \
            exit(1);                                                              \
        }                                                                         \
    } while (0)

#endif
