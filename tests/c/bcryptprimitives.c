/* A stand-in for tests under Wine 8, which lacks this library of Windows 8 and later: the standard
   library of Rust takes the seeds of its hash tables from it. */
#include <stddef.h>

int __declspec(dllexport) ProcessPrng(unsigned char *data, size_t len);

int ProcessPrng(unsigned char *data, size_t len) {
    static unsigned long long state = 88172645463325252ULL;
    while (len-- > 0) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        *data++ = (unsigned char)state;
    }
    return 1;
}
