/* Answers requests in JSON: reads a length, the end of its line and a request, over and over, and
   prints one answer a line. */
#include "motcua.h"

#include "check.h"

int main(void) {
    unsigned long len;
    while (scanf("%lu", &len) == 1) {
        motcua_string *answer = NULL;
        motcua_str text;
        char *request = malloc(len + 1);
        CHECK(request != NULL && getchar() == '\n');
        CHECK(fread(request, 1, len, stdin) == len);
        CHECK_STATUS(motcua_answer_json(request, len, &answer), MOTCUA_OK);
        text = motcua_string_view(answer);
        CHECK(fwrite(text.data, 1, text.len, stdout) == text.len);
        putchar('\n');
        motcua_string_free(answer);
        free(request);
    }
    return 0;
}
