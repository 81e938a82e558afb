from index.places import province_of, provinces_named


def test_a_city_stands_for_its_province() -> None:
    assert provinces_named("寄往南京") == provinces_named("江苏省内") != 0
    assert provinces_named("从南京到西安") == provinces_named("江苏") | provinces_named("陕西")


def test_each_province_has_a_bit_of_its_own() -> None:
    provinces = sorted(set(province_of().values()))
    found = [provinces_named(name) for name in provinces]
    assert all(bits.bit_count() == 1 for bits in found)
    assert len(set(found)) == len(provinces) < 63


def test_the_longest_name_is_read() -> None:
    assert provinces_named("张家界") == provinces_named("湖南")
    assert provinces_named("寄到外地") == 0
