<?php
/**
 * Plugin Name: Fingerpost
 * Description: Shows an area's family services, and the way into the guide, on your pages: [fingerpost_directory area="harrowmere"] and [fingerpost_guide area="harrowmere"].
 * Version: 1.0.0
 * Requires at least: 6.3
 * Requires PHP: 7.4
 * License: MIT
 * Text Domain: fingerpost
 *
 * One file. It stores the address and the area that you set, and nothing of your visitors. Attributes of the short codes
 * are those of the widget: area, needs, audience, limit, radius, heading-level (written heading_level), phone, lang.
 * Text between the opening and the closing short code is shown while the script has not run, or cannot.
 */

defined( 'ABSPATH' ) || exit;

/** Where Fingerpost is reached, without a slash at its end; empty until it is set. */
function fingerpost_address() {
	return untrailingslashit( esc_url_raw( (string) get_option( 'fingerpost_address', '' ) ) );
}

add_action(
	'wp_enqueue_scripts',
	function () {
		if ( '' === fingerpost_address() ) {
			return;
		}
		// Without a version in the address: "v1" moves by itself. Only registered; a short code asks for it.
		wp_register_script(
			'fingerpost',
			fingerpost_address() . '/embed/v1/fingerpost.js',
			array(),
			null,
			array(
				'strategy'  => 'defer',
				'in_footer' => true,
			)
		);
	}
);

/** A widget's tag with its attributes, and a link for those without script. */
function fingerpost_tag( $tag, $given, $content, $path, $label ) {
	$address = fingerpost_address();
	$chosen  = shortcode_atts(
		array(
			'area'          => (string) get_option( 'fingerpost_area', '' ),
			'needs'         => '',
			'audience'      => '',
			'limit'         => '',
			'radius'        => '',
			'heading_level' => '',
			'phone'         => '',
			'lang'          => '',
		),
		$given
	);
	if ( '' === $address || '' === $chosen['area'] ) {
		// Visitors see nothing; those who can mend it see why.
		return current_user_can( 'edit_posts' )
			? '<p>' . esc_html__( 'Fingerpost: set its address and your area under Settings, General.', 'fingerpost' ) . '</p>'
			: '';
	}
	wp_enqueue_script( 'fingerpost' );
	$attributes = '';
	foreach ( $chosen as $name => $value ) {
		if ( '' !== $value ) {
			$attributes .= sprintf( ' %s="%s"', str_replace( '_', '-', $name ), esc_attr( $value ) );
		}
	}
	$inside = '' === trim( (string) $content )
		? sprintf( '<p><a href="%s">%s</a></p>', esc_url( $address . sprintf( $path, rawurlencode( $chosen['area'] ) ) ), esc_html( $label ) )
		: wp_kses_post( do_shortcode( $content ) );
	return sprintf( '<%1$s%2$s>%3$s</%1$s>', $tag, $attributes, $inside );
}

add_shortcode(
	'fingerpost_directory',
	function ( $given, $content = '' ) {
		return fingerpost_tag( 'fingerpost-directory', $given, $content, '/directory/%s', __( 'See all help in this area', 'fingerpost' ) );
	}
);

add_shortcode(
	'fingerpost_guide',
	function ( $given, $content = '' ) {
		return fingerpost_tag( 'fingerpost-guide', $given, $content, '/?area=%s', __( 'Start the guide', 'fingerpost' ) );
	}
);

/** An address of a directory on a line of its own becomes a frame. Known by name, it needs no sandbox. */
add_action(
	'init',
	function () {
		$address = fingerpost_address();
		if ( '' === $address ) {
			return;
		}
		foreach ( array( '/directory/*', '/embed/frame/*' ) as $pattern ) {
			wp_oembed_add_provider( $address . $pattern, $address . '/embed/oembed' );
		}
	}
);

/** The frame then grows with what is in it. */
add_filter(
	'embed_oembed_html',
	function ( $html, $url ) {
		$address = fingerpost_address();
		if ( '' !== $address && 0 === strpos( $url, $address . '/' ) ) {
			wp_enqueue_script( 'fingerpost-frame-host', $address . '/embed/v1/frame-host.js', array(), null, array( 'strategy' => 'defer' ) );
		}
		return $html;
	},
	10,
	2
);

add_action(
	'admin_init',
	function () {
		$fields = array(
			'fingerpost_address' => array( __( 'Fingerpost: its address', 'fingerpost' ), 'url', 'esc_url_raw' ),
			'fingerpost_area'    => array( __( 'Fingerpost: your area', 'fingerpost' ), 'text', 'sanitize_title' ),
		);
		foreach ( $fields as $name => $field ) {
			list( $label, $type, $clean ) = $field;
			register_setting(
				'general',
				$name,
				array(
					'type'              => 'string',
					'sanitize_callback' => $clean,
					'default'           => '',
				)
			);
			add_settings_field(
				$name,
				esc_html( $label ),
				function () use ( $name, $type ) {
					printf(
						'<input type="%1$s" id="%2$s" name="%2$s" value="%3$s" class="regular-text">',
						esc_attr( $type ),
						esc_attr( $name ),
						esc_attr( (string) get_option( $name, '' ) )
					);
				},
				'general',
				'default',
				array( 'label_for' => $name )
			);
		}
	}
);
