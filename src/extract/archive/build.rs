//! Archives for tests: what a producer writes, without packing.

/// An archive with these parts.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in parts {
        let mut sum = flate2::Crc::new();
        sum.update(bytes);
        let length = (bytes.len() as u32).to_le_bytes();
        // Version, flags, method, time and date; sum; packed and unpacked length; lengths of name and extra field.
        let mut fields = [20, 0, 0, 0, 0, 0, 0, 0, 0, 0].to_vec();
        fields.extend(sum.sum().to_le_bytes());
        fields.extend([length, length].as_flattened());
        fields.extend((name.len() as u16).to_le_bytes());
        fields.extend([0, 0]);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&fields);
        // Length of the comment, disk, attributes inside and outside; where the part begins.
        directory.extend([0; 10]);
        directory.extend((file.len() as u32).to_le_bytes());
        directory.extend(name.as_bytes());
        file.extend(b"PK\x03\x04");
        file.extend(&fields);
        file.extend(name.as_bytes());
        file.extend(*bytes);
    }
    let count = (parts.len() as u16).to_le_bytes();
    let end = [count, count].concat();
    let sizes = [(directory.len() as u32).to_le_bytes(), (file.len() as u32).to_le_bytes()].concat();
    [&file[..], &directory, b"PK\x05\x06\0\0\0\0", &end, &sizes, &[0, 0]].concat()
}
