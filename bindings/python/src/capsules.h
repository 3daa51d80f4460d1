// What the library of the Python package has beside the C ABI; see lib.rs.
void fazhi_python_init(void *(*get_pointer)(void *, const char *));
fazhi_status fazhi_python_arrow(const fazhi_report *report, uint16_t table, uint16_t offset_unit,
                                struct ArrowSchema **schema, struct ArrowArray **array, fazhi_error *err);
fazhi_status fazhi_python_stream(const fazhi_report *report, uint16_t table, uint16_t offset_unit, void **stream,
                                 fazhi_error *err);
void fazhi_python_drop_schema(void *capsule);
void fazhi_python_drop_array(void *capsule);
void fazhi_python_drop_stream(void *capsule);
